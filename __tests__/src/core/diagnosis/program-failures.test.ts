/** Words of runc, Docker and containerd, as GitHub issues and cannot-start-container show them. */
import { expect, test } from '@jest/globals'
import { groupFailures } from '../../../../src/core/diagnosis/failure-group.js'
import { expectExplained, onFargate, runc, type StartFailureRow } from '../../../support/start-failures.js'
import { aContainer, aStoppedTask } from '../../../support/task-builders.js'

test.each<StartFailureRow>([
  {
    name: 'a program that is not there, on Fargate',
    reason: `${onFargate}: exec: "gunicorn": executable file not found in $PATH: unknown`,
    failureClass: 'container-exit',
    why: /could not start; the image of app has no program "gunicorn"/,
    next: /Correct command or entryPoint of app/,
  },
  {
    name: 'a whole command as one word, on EC2',
    reason: `CannotStartContainerError: Error response from daemon: ${runc}: exec: "npm start": executable file not found in $PATH: unknown`,
    failureClass: 'container-exit',
    why: /no program "npm start"/,
    next: /\["npm","start"\]/,
  },
  {
    name: 'quotes that an old Docker escapes',
    reason:
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:348: starting container process caused "exec: \\"/run.sh\\": stat /run.sh: no such file or directory": unknown',
    failureClass: 'container-exit',
    why: /no program "\/run\.sh"/,
    next: /command or entryPoint/,
  },
  {
    name: 'a file that is not executable',
    reason: `${onFargate}: exec: "/start.sh": permission denied: unknown`,
    failureClass: 'container-exit',
    why: /"\/start\.sh" in the image of app is not an executable file/,
    next: /chmod \+x/,
  },
  {
    name: 'another architecture',
    reason: `${onFargate}: exec /app/server: exec format error`,
    failureClass: 'container-exit',
    why: /built for a different architecture/,
    next: /linux\/amd64/,
  },
  {
    name: 'a working directory',
    reason: `${onFargate}: chdir to cwd ("/srv/app") set in config.json failed: no such file or directory: unknown`,
    failureClass: 'container-exit',
    why: /no directory \/srv\/app/,
    next: /workingDirectory of app/,
  },
  {
    name: 'a user',
    reason:
      'CannotStartContainerError: Error response from daemon: unable to find user node: no matching entries in passwd file',
    failureClass: 'container-exit',
    why: /has no user node/,
    next: /user of app/,
  },
  {
    name: 'memory that does not suffice to start',
    reason: `${onFargate}: container init was OOM-killed (memory limit too low?): unknown`,
    failureClass: 'out-of-memory',
    why: /ran out of memory/,
    next: /memory of the task above 1024 MiB/,
  },
])('$name', expectExplained)

test('a container that ended before the others could start is what failed', () => {
  const task = aStoppedTask({
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'Task failed to start',
    containers: [aContainer({ name: 'migrate', exitCode: 1 }), aContainer()],
  })
  expect(groupFailures([task], [])).toMatchObject([
    { failureClass: 'container-exit', container: 'migrate', exitCode: 1 },
  ])
})
