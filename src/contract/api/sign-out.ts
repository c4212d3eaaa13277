import * as z from "zod/mini";

// `POST /auth/logout`: ends the session. It takes no body.

export const SIGN_OUT_ROUTE = "/auth/logout";

/** The reply of `POST /auth/logout`. */
export const signedOutSchema = z.object({
  /** Where the browser is to go: the provider's page that ends its own session, or ours that says so. */
  leadsTo: z.string(),
});

/** See {@link signedOutSchema}. */
export type SignedOut = z.infer<typeof signedOutSchema>;
