import { z } from "zod";
import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import {
  type ConnectBody,
  connectBody,
  type Integration,
  integrationsAnswer,
} from "@/lib/integrations/schema";

const URL_OF_ALL = "/api/integrations";
type Sites = Answer<{ integrations: Integration[] }>;

/** Tests a login on its site and saves it. */
export function connectSite(body: ConnectBody): Promise<Sites> {
  return requestJson(URL_OF_ALL, integrationsAnswer, jsonPost(body));
}

/** Tests a saved login again. */
export function checkSite(id: string): Promise<Sites> {
  return requestJson(`${URL_OF_ALL}/${id}/check`, integrationsAnswer, { method: "POST" });
}

/** Makes a site the one that posts go to. */
export function makePrimary(id: string): Promise<Sites> {
  const init = { ...jsonPost({ isPrimary: true }), method: "PATCH" };
  return requestJson(`${URL_OF_ALL}/${id}`, integrationsAnswer, init);
}

/** Forgets a site and its login. */
export function disconnectSite(id: string): Promise<Answer<null>> {
  return requestJson(`${URL_OF_ALL}/${id}`, z.null(), { method: "DELETE" });
}

/** What is wrong with a login as typed, in a sentence for each field. */
export function findLoginErrors(body: unknown): Record<string, string> {
  const issues = connectBody.safeParse(body).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}
