/** Inputs as workflows have them: accepted, with every name shown and no value. */
import { expect, test } from '@jest/globals'
import { playWeb } from '../support/web-stories.js'

/** `openssl rand -base64 48`, which needs no second line. */
const token = 'Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4fGh7jKl0nOp3rSt6vWx9zAb2dEf5hIj8l'

test.each<{ name: string; inputs: Record<string, string>; shown: readonly string[] }>([
  {
    name: 'connection strings and keys',
    inputs: {
      'environment-variables': `DATABASE_URL=postgresql://app:Secure%21@db.example.com:5432/app?sslmode=require
        APP_KEY=base64:mXn3Kd0pQz7RtYvB1cLfHsWgJa9eUoIx2kZbNwM4TqE=
        SECRET_KEY=${token}
        SENTRY_DSN=
        S3_PATH=
        PORT=3000`,
    },
    shown: ['DATABASE_URL', 'APP_KEY', 'SECRET_KEY', 'SENTRY_DSN', 'S3_PATH', 'PORT'],
  },
  {
    name: 'names of .NET, npm, Spring and libraries',
    inputs: {
      'environment-variables': `ConnectionStrings__Default=Server=db;Database=app;User Id=sa;Password=hunter2hunter2;
        Logging__LogLevel__Microsoft.AspNetCore=Warning
        npm_config_//registry.npmjs.org/:_authToken=hunter2hunter2
        spring.datasource.url=jdbc:postgresql://db/app
        PGSSLMODE=require
        MSSQLSERVER=
        kmsKeyId=alias/app`,
    },
    shown: [
      'ConnectionStrings__Default', 'Logging__LogLevel__Microsoft.AspNetCore', 'npm_config_//registry.npmjs.org/:_authToken',
      'spring.datasource.url', 'PGSSLMODE', 'MSSQLSERVER', 'kmsKeyId',
    ],
  },
  {
    name: 'JSON with a key in it, a command line, a commit',
    inputs: {
      'environment-variables': `FIREBASE_CONFIG={"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\\n-----END PRIVATE KEY-----\\n"}
        NODE_OPTIONS=--max-old-space-size=4096 --require ./tracing.js
        GIT_SHA=9be21c4f0e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b`,
      command: 'sh -c "python manage.py migrate && gunicorn app.wsgi --bind 0.0.0.0:8000"',
    },
    shown: ['FIREBASE_CONFIG', 'NODE_OPTIONS', 'GIT_SHA'],
  },
  {
    name: 'labels of Datadog and Traefik, log options, tags',
    inputs: {
      'docker-labels': `com.datadoghq.ad.check_names=["nginx"]
        com.datadoghq.ad.instances=[{"nginx_status_url":"http://%%host%%:81/nginx_status/"}]
        traefik.http.routers.web.rule=Host(\`web.example.com\`) && PathPrefix(\`/api\`)
        traefik.http.middlewares.auth.basicauth.users=admin:$$apr1$$abc$$def`,
      'log-configuration-log-driver': 'awslogs',
      'log-configuration-options': `awslogs-group=/ecs/web
        awslogs-region=eu-west-1
        awslogs-stream-prefix=ecs
        awslogs-multiline-pattern=^\\d{4}-\\d{2}`,
      tags: 'Project Name=Web Shop\nkubernetes.io/cluster/prod=owned\nmap-migrated=d-server-0abc123def456',
    },
    shown: ['Project Name', 'kubernetes.io/cluster/prod', 'map-migrated'],
  },
  {
    name: 'what is left over from the official action and switched off',
    inputs: { 'codedeploy-appspec': '', 'run-task': 'false', 'container-name': 'app\n' },
    shown: [],
  },
])('$name', async ({ inputs, shown }) => {
  const played = await playWeb({ inputs })
  expect(played.outputs.outcome).toBe('succeeded')
  const log = played.log.join('\n')
  expect(shown.filter(name => !log.includes(name))).toStrictEqual([])
  expect(log).not.toMatch(/\*\*\*|hunter2|Ab3dEf6h|mXn3Kd0p|MIIEvQ/)
}) // biome-ignore format: one table
