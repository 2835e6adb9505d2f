export const usage = `Plays worlds of calls of the AWS CLI and records what Amazon ECS answers.

npm run conformance                                  every world against the simulator, held to what AWS documents
npm run conformance -- --against FOLDER              the same, and compared with transcripts from a real account
npm run conformance -- --live --cluster-prefix NAME  records in a real account, with costs; asks before it starts
npm run conformance -- --clean-up --cluster-prefix NAME  removes what an interrupted recording left
npm run conformance -- --list                        the worlds

  --world NAME           only this one; can be repeated
  --skip NAME            not this one; can be repeated
  --out FOLDER           writes the transcripts there; with --live by default conformance-transcripts
  --json                 prints the result as JSON
  --parallel N           so many worlds at once; by default 2, with --live all

with --live:
  --region REGION        instead of that of your AWS configuration
  --subnets A,B          CONFORMANCE_SUBNETS
  --security-groups A    CONFORMANCE_SECURITY_GROUPS
  --target-group ARN     CONFORMANCE_TARGET_GROUP
  --assign-public-ip X   CONFORMANCE_ASSIGN_PUBLIC_IP: ENABLED (default) or DISABLED
  --poll-seconds N       between two polls, instead of what the worlds say
  --yes                  does not ask

Exit code: 0 as expected, 1 something differs or remains, 2 wrong options, 130 interrupted.
docs/simulator/conformance.md says more.`
