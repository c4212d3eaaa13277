import * as z from "zod/mini";
import { savedViewSchema } from "#contract/view/saved-views.ts";

// `GET /api/team-views`: the views of `TEAM_VIEWS_FILE`, in its order. It takes no parameters.

export const TEAM_VIEWS_ROUTE = "/api/team-views";

/** The reply. Views of instances that the reader may not see are left out. */
export const teamViewsReplySchema = z.object({ views: z.array(savedViewSchema) });

/** See {@link teamViewsReplySchema}. */
export type TeamViewsReply = z.infer<typeof teamViewsReplySchema>;
