package intake

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
)

// journal is what a run leaves for the next: what is known under a key, one line
// each, added as it becomes known. Only where the lines lie is kept in memory. A
// line that was cut short is dropped.
type journal struct {
	path string
	file *os.File

	mu   sync.Mutex
	end  int64
	at   map[string]span
	used map[string]bool // keys that this run asked for or added
}

// span is where a value lies in the file.
type span struct {
	at   int64
	size int
}

func openJournal(path string) (*journal, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	j := &journal{path: path, file: file, at: map[string]span{}, used: map[string]bool{}}
	if err := j.scan(); err != nil {
		file.Close()
		return nil, err
	}
	return j, nil
}

// scan finds the lines and cuts off what follows the last whole one.
func (j *journal) scan() error {
	in := bufio.NewReaderSize(j.file, 1<<16)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return errors.Join(notEOF(err), j.file.Truncate(j.end))
		}
		if key, value, ok := strings.Cut(line, " "); ok {
			j.at[key] = span{j.end + int64(len(key)) + 1, len(value) - 1}
		}
		j.end += int64(len(line))
	}
}

func notEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// put adds a value under a key.
func (j *journal) put(key string, value any) (span, error) {
	data, err := json.Marshal(value)
	if err != nil {
		return span{}, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.WriteAt([]byte(key+" "+string(data)+"\n"), j.end); err != nil {
		return span{}, err
	}
	s := span{j.end + int64(len(key)) + 1, len(data)}
	j.end += int64(len(key) + len(data) + 2)
	j.at[key], j.used[key] = s, true
	return s, nil
}

// get finds the value under a key; false where there is none that can be read.
func (j *journal) get(key string, into any) (span, bool) {
	j.mu.Lock()
	s, ok := j.at[key]
	if ok {
		j.used[key] = true
	}
	j.mu.Unlock()
	return s, ok && j.read(s, into) == nil
}

func (j *journal) read(s span, into any) error {
	data := make([]byte, s.size)
	if _, err := j.file.ReadAt(data, s.at); err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// all calls see with every value that was found when the journal was opened or
// added since under a key.
func (j *journal) all(see func(key string, s span) error) error {
	for key, s := range j.at {
		if err := see(key, s); err != nil {
			return err
		}
	}
	return nil
}

// shorten leaves out what this run did not use.
func (j *journal) shorten() error {
	temp := j.path + ".new"
	file, err := os.Create(temp)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	err = j.all(func(key string, s span) error {
		if !j.used[key] {
			return nil
		}
		data := make([]byte, s.size)
		if _, err := j.file.ReadAt(data, s.at); err != nil {
			return err
		}
		_, err := out.WriteString(key + " " + string(data) + "\n")
		return err
	})
	if err := errors.Join(err, out.Flush(), file.Close(), j.file.Close()); err != nil {
		return err
	}
	return os.Rename(temp, j.path)
}

func (j *journal) close() { j.file.Close() }
