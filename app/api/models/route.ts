import { withUser } from "@/lib/http/with-user";
import { listWritingModels } from "@/lib/models/list-writing-models";

export const GET = withUser(null, async ({ user }) => Response.json(await listWritingModels(user)));
