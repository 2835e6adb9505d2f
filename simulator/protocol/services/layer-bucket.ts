/** The S3 bucket behind ECR's layer links: presigned GET, S3's errors. */
import { AwsError } from '../../aws-error.js'
import { bucketOf, getLayer } from '../../ecr/layer-download.js'
import type { World } from '../../ecs/world.js'
import { writeXml } from '../dialects/query-xml.js'
import type { Service, WireRequest } from '../service.js'

export function layerBucketService(world: World): Service {
  const bucket = bucketOf(world)
  const keyOf = ({ path }: WireRequest) => decodeURIComponent(path.slice(`/${bucket}/`.length))
  return {
    name: 's3',
    owns: ({ path }) => path.startsWith(`/${bucket}/`),
    read: request => ({
      operation: request.method === 'GET' ? 'GetObject' : request.method,
      input: { Bucket: bucket, Key: keyOf(request) },
      unknownMembers: [],
      resource: () => `arn:aws:s3:::${bucket}/${keyOf(request)}`,
      perform: () => {
        world.advance()
        validateDownload(request)
        const body = getLayer(world, keyOf(request), request.query)
        return { status: 200, contentType: 'application/octet-stream', body }
      },
    }),
    errorResponse: ({ name, message, httpStatus }, { requestId }) => ({
      status: httpStatus,
      contentType: 'application/xml',
      body: `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml('Error', { Code: name, Message: message, RequestId: requestId })}`,
    }),
  }
}

/** The signature is in the URL; S3 rejects a second one in a header. */
function validateDownload({ method, headers }: WireRequest): void {
  if (method !== 'GET') {
    const message = 'The specified method is not allowed against this resource.'
    throw new AwsError('MethodNotAllowed', message, 405)
  }
  if (headers.authorization !== undefined) {
    const message =
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified'
    throw new AwsError('InvalidArgument', message)
  }
}
