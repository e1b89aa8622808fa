package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const clusterDir = "../../templates/cluster"

// indexedJob is as much of Kubernetes' batch/v1 Job as our example uses, under
// the names of its reference; decoded strictly, so that a misspelt field fails.
type indexedJob struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int
		Parallelism          int
		BackoffLimitPerIndex int `yaml:"backoffLimitPerIndex"`
		MaxFailedIndexes     int `yaml:"maxFailedIndexes"`
		PodFailurePolicy     struct {
			Rules []failureRule
		} `yaml:"podFailurePolicy"`
		Template struct{ Spec podSpec }
	}
}

type failureRule struct {
	Action      string
	OnExitCodes *struct {
		ContainerName string `yaml:"containerName"`
		Operator      string
		Values        []int
	} `yaml:"onExitCodes"`
	OnPodConditions []struct{ Type, Status string } `yaml:"onPodConditions"`
}

type podSpec struct {
	RestartPolicy   string `yaml:"restartPolicy"`
	SecurityContext struct {
		RunAsNonRoot bool  `yaml:"runAsNonRoot"`
		RunAsUser    int64 `yaml:"runAsUser"`
		FSGroup      int64 `yaml:"fsGroup"`
	} `yaml:"securityContext"`
	Containers []struct {
		Name, Image     string
		Command, Args   []string
		Resources       struct{ Requests, Limits map[string]string }
		SecurityContext struct {
			AllowPrivilegeEscalation bool `yaml:"allowPrivilegeEscalation"`
			ReadOnlyRootFilesystem   bool `yaml:"readOnlyRootFilesystem"`
			Capabilities             struct{ Drop []string }
		} `yaml:"securityContext"`
		VolumeMounts []struct {
			Name      string
			MountPath string `yaml:"mountPath"`
			ReadOnly  bool   `yaml:"readOnly"`
		} `yaml:"volumeMounts"`
	}
	Volumes []struct {
		Name                  string
		PersistentVolumeClaim struct {
			ClaimName string `yaml:"claimName"`
			ReadOnly  bool   `yaml:"readOnly"`
		} `yaml:"persistentVolumeClaim"`
	}
}

// TestKubernetesJob decodes the example strictly and holds it to what the API
// server demands of such a job, and to our exit codes.
func TestKubernetesJob(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(clusterDir, "kubernetes.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var job indexedJob
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&job); err != nil {
		t.Fatal(err)
	}
	spec, pod := job.Spec, job.Spec.Template.Spec
	if job.APIVersion != "batch/v1" || job.Kind != "Job" || spec.CompletionMode != "Indexed" || spec.MaxFailedIndexes > spec.Completions {
		t.Errorf("this is no Indexed Job: %+v", job)
	}
	if pod.RestartPolicy != "Never" {
		t.Error("a pod failure policy demands restartPolicy Never")
	}
	actions := map[int]string{}
	for _, rule := range spec.PodFailurePolicy.Rules {
		if rule.OnExitCodes == nil {
			continue
		}
		if rule.OnExitCodes.ContainerName != pod.Containers[0].Name || rule.OnExitCodes.Operator != "In" || !slices.IsSorted(rule.OnExitCodes.Values) {
			t.Errorf("the rule %+v applies to nothing", rule)
		}
		for _, code := range rule.OnExitCodes.Values {
			actions[code] = rule.Action
		}
	}
	for code, want := range map[int]string{blocked: "FailIndex", misuse: "FailJob", unreadable: "FailIndex", failed: "", partly: "FailIndex", interrupted: ""} {
		if actions[code] != want {
			t.Errorf("exit code %d is %q to Kubernetes, want %q", code, actions[code], want)
		}
	}
	shards := regexp.MustCompile(`/(\d+)"`).FindStringSubmatch(strings.Join(pod.Containers[0].Args, " "))
	if shards == nil || shards[1] != strconv.Itoa(spec.Completions) {
		t.Errorf("%d completions for the shards %v", spec.Completions, shards)
	}
}

// TestClusterScriptsParse has the shells read the scripts. Of the Snakefile only
// what Python sees can be read here: its rules are no Python.
func TestClusterScriptsParse(t *testing.T) {
	for name, shell := range map[string]string{"slurm.sh": "bash", "parallel.sh": "sh"} {
		if out, err := exec.Command(shell, "-n", filepath.Join(clusterDir, name)).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// TestSlurmArray runs a task of the array as Slurm would, with gevinst in its place.
func TestSlurmArray(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	for code, want := range map[int]int{done: 0, blocked: 0, misuse: misuse, unreadable: 0, failed: failed, partly: 0, interrupted: interrupted} {
		dir := t.TempDir()
		said := filepath.Join(dir, "said")
		fake := "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>" + said + "\n"
		for name, end := range map[string]string{"gevinst": "exit " + strconv.Itoa(code), "scontrol": ""} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(fake+end+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("bash", filepath.Join(clusterDir, "slurm.sh"), "--final")
		cmd.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "IN=in", "OUT=out", "SLURM_ARRAY_TASK_ID=3", "SLURM_ARRAY_TASK_COUNT=8",
			"SLURM_ARRAY_JOB_ID=7", "SLURM_CPUS_PER_TASK=2")
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("gevinst ends with %d, the task with %d, want %d\n%s", code, got, want, out)
		}
		calls, _ := os.ReadFile(said)
		if !strings.HasPrefix(string(calls), "gevinst batch in -o out/3 --shard 3/8 --jobs 2 --final\n") || strings.Contains(string(calls), "scontrol requeue 7_3") != (code == failed) {
			t.Errorf("exit code %d: it called\n%s", code, calls)
		}
	}
}
