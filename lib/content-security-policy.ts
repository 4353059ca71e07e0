/**
 * Scripts run by nonce alone. Styles may be inline: the server renders style attributes (grid places, chart sizes),
 * which a nonce cannot cover. The page may open its socket at `supabaseUrl`; null on the set-up page.
 */
export function contentSecurityPolicy(nonce: string, supabaseUrl: string | null): string {
  // React's development build rebuilds server stacks with eval; the production build never does.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const platform = supabaseUrl ? ` ${supabaseUrl} ${supabaseUrl.replace(/^http/, "ws")}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${platform}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
