import { expect, test } from '@jest/globals'
import { listeningPorts } from '../../../../src/core/diagnosis/listening-ports.js'

test.each([
  { line: ' * Running on http://0.0.0.0:5201', ports: [5201] },
  { line: 'Listening on port 8080', ports: [8080] },
  { line: 'Tomcat started on port(s): 8080 (http)', ports: [8080] },
  { line: 'Now listening on: http://[::]:80', ports: [80] },
  { line: 'uvicorn: Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)', ports: [8000] },
  { line: '2026/11/21 12:04:31 [notice] 1#1: start worker processes', ports: [] },
  { line: '12:04:31.201 server started', ports: [] },
  { line: 'ready - started server on 0.0.0.0:3000, url: http://localhost:3000', ports: [3000] },
  { line: 'Connected to postgres at db.internal:5432', ports: [] },
  { line: 'Serving metrics on :9090/metrics', ports: [] },
  { line: 'Debugger listening on ws://127.0.0.1:9229/1f3c', ports: [] },
  { line: 'error at main.js:1042', ports: [] },
  { line: 'Redis available at cache:6379', ports: [] },
  { line: 'Database server ready at db.internal:5432', ports: [] },
  { line: 'server error: upstream http://10.0.3.4:8081', ports: [] },
  { line: 'Started request from 10.0.3.4:51344', ports: [] },
  { line: 'Server listening at :8080', ports: [8080] },
  { line: 'listening on 70000', ports: [] },
  { line: 'server running at :99999', ports: [] },
])('$line', ({ line, ports }) => {
  expect(listeningPorts([line]).map(({ port }) => port)).toStrictEqual(ports)
})
