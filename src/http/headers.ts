import type { FastifyReply } from 'fastify';

/**
 * Content security policy: nothing inline, nothing from elsewhere. Browsers apply `form-action` to redirects too, so a form that
 * leads to an identity provider lists its origin.
 */
function contentPolicy(formOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the security headers on an answer. @param https the service is reached by https */
export function secure(reply: FastifyReply, https: boolean, formOrigins: readonly string[]): void {
  void reply
    .header('content-security-policy', contentPolicy(formOrigins))
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), interest-cohort=()')
    .header('x-frame-options', 'DENY');
  if (https) void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
}
