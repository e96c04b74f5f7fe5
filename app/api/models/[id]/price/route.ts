import { parseFields } from "@/lib/http/read-body";
import { withUser } from "@/lib/http/with-user";
import { forgetPrice, savePrice } from "@/lib/models/own-price";
import { modelId, ownPriceBody } from "@/lib/models/schema";

export const PUT = withUser(ownPriceBody, async ({ user, params, body }) => {
  await savePrice(user, parseFields(modelId, params.id), body);
  return Response.json(body);
});

export const DELETE = withUser(null, async ({ user, params }) => {
  await forgetPrice(user, parseFields(modelId, params.id));
  return new Response(null, { status: 204 });
});
