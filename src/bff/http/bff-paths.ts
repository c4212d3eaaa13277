/** Where the BFF's own routes are; all others are the browser's files. */
export const BFF_PATHS = ["/api", "/auth", "/healthz", "/readyz", "/metrics"] as const;
