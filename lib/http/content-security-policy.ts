/** Copilot Cloud, which a user may choose instead of our own assistant. */
export const COPILOT_CLOUD = "https://api.cloud.copilotkit.ai";

/**
 * The policy of development pages. Production has Clerk's own strict one, which allows the same and
 * Clerk's hosts. `unsafe-eval` is what the framework's development server needs.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${COPILOT_CLOUD} ws://localhost:*`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
