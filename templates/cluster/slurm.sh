#!/bin/bash
# Takes in a sector as a Slurm job array, a shard to a task:
#
#   sbatch --export=ALL,IN=/disk/incoming,OUT=/disk/out slurm.sh
#
#SBATCH --job-name=gevinst
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --output=gevinst-%A_%a.log
set -u
: "${IN:?folder with the workbooks}" "${OUT:?folder to write to}"

# A task that is requeued goes on where it was.
gevinst batch "$IN" -o "$OUT/$SLURM_ARRAY_TASK_ID" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
	--jobs "${SLURM_CPUS_PER_TASK:-1}" "$@"
code=$?

case $code in
1 | 3 | 5) exit 0 ;; # findings, or files that cannot be read: told in status.csv
4) scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}" ;; # the machine failed: again
esac
exit $code
