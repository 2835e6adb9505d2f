/** Certificates that Node does not accept: https://nodejs.org/api/tls.html#x509-certificate-error-codes */

const chainCodes = [
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'INVALID_CA',
]

const timeCodes = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']
const nameCodes = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']
const otherCodes = ['CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'INVALID_PURPOSE', 'CERT_CHAIN_TOO_LONG']

/** What to do; undefined for any other code. */
export function certificateRemedy(code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  if (chainCodes.includes(code))
    return 'if a proxy or firewall signs the connections of this runner, set NODE_EXTRA_CA_CERTS in the env of this step to the PEM file of its CA'
  if (timeCodes.includes(code))
    return 'check the clock of the runner, and the proxy or endpoint that presents this certificate'
  if (nameCodes.includes(code))
    return 'another host answers in its place: check the proxy, the DNS and AWS_ENDPOINT_URL of this step'
  if (otherCodes.includes(code)) return 'check the proxy or endpoint that presents this certificate'
  return undefined
}

/** Wrappers keep the error of the connection as their cause. */
export function certificateCode(error: unknown): string | undefined {
  let inner: unknown = error
  for (let depth = 0; depth < 5 && typeof inner === 'object' && inner !== null; depth++) {
    const { code, cause } = inner as { readonly code?: unknown; readonly cause?: unknown }
    if (typeof code === 'string' && certificateRemedy(code) !== undefined) return code
    inner = cause
  }
  return undefined
}
