// Command kubernetes reads manifests of a Job as the API server does, strictly: into the
// types that Kubernetes itself is built of, so that a field that is misspelt, of another
// type or in the wrong place is an error. It is a module of its own, so that nothing
// of Kubernetes comes into gevinst.
//
//	go run -C .ci/kubernetes . FILE…
package main

import (
	"fmt"
	"os"

	batch "k8s.io/api/batch/v1"
	"sigs.k8s.io/yaml"
)

func main() {
	code := 0
	for _, name := range os.Args[1:] {
		if err := read(name); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
			code = 1
			continue
		}
		fmt.Printf("%s is a Job\n", name)
	}
	os.Exit(code)
}

func read(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var job batch.Job
	if err := yaml.UnmarshalStrict(data, &job); err != nil {
		return err
	}
	if want := batch.SchemeGroupVersion.String(); job.APIVersion != want || job.Kind != "Job" {
		return fmt.Errorf("%s %s is no %s Job", job.APIVersion, job.Kind, want)
	}
	return nil
}
