import { readdirSync } from "node:fs";
import path from "node:path";

/** Every route under app/api: its path and the methods it serves. A test compares it with the folder. */
export const API_ROUTES = {
  "/api/health": ["GET"],
  "/api/cron": ["GET"],
  "/api/[...path]": ["GET", "POST", "PUT", "PATCH", "DELETE"],
  "/api/onboarding": ["GET"],
  "/api/onboarding/reset": ["POST"],
  "/api/onboarding/setup": ["GET", "POST"],
  "/api/onboarding/setup/resume": ["POST"],
  "/api/onboarding/setup/stop": ["POST"],
  "/api/onboarding/steps/[id]": ["GET", "PUT"],
  "/api/onboarding/steps/[id]/draft": ["PUT"],
  "/api/onboarding/steps/[id]/skip": ["POST"],
  "/api/onboarding/api-keys": ["GET", "POST"],
  "/api/onboarding/api-keys/check": ["POST"],
  "/api/onboarding/api-keys/events": ["GET"],
  "/api/onboarding/api-keys/rotate": ["POST"],
  "/api/onboarding/api-keys/[provider]": ["DELETE"],
  "/api/onboarding/api-keys/[provider]/check": ["POST"],
  "/api/onboarding/api-keys/copilotkit/public": ["GET"],
  "/api/onboarding/website/analyze": ["POST"],
  "/api/onboarding/website/analyses": ["GET"],
  "/api/onboarding/website/analyses/[id]": ["DELETE"],
  "/api/onboarding/website/sitemap": ["POST"],
  "/api/onboarding/research/socials": ["POST"],
  "/api/onboarding/research/discover": ["POST"],
  "/api/onboarding/persona/generate": ["GET", "POST"],
  "/api/onboarding/persona/generate/[target]": ["GET", "DELETE"],
  "/api/onboarding/persona/try": ["POST"],
  "/api/copilotkit/[[...slug]]": ["GET", "POST", "PUT", "PATCH", "DELETE"],
  "/api/assistant": ["GET"],
  "/api/assistant/threads/[id]": ["GET", "DELETE"],
  "/api/assistant/actions/[id]": ["POST"],
  "/api/assistant/suggestions": ["GET"],
  "/api/assistant/suggestions/[id]": ["POST"],
  "/api/settings": ["GET", "PATCH"],
  "/api/usage": ["GET"],
  "/api/usage/calls": ["GET"],
  "/api/usage/cap": ["PUT"],
  "/api/usage/export.csv": ["GET"],
  "/api/owner": ["GET"],
  "/api/models": ["GET"],
  "/api/models/[id]/price": ["PUT", "DELETE"],
  "/api/integrations": ["GET", "POST"],
  "/api/integrations/[id]": ["PATCH", "DELETE"],
  "/api/integrations/[id]/check": ["POST"],
  "/api/blog/generate": ["POST"],
  "/api/blog/study": ["POST"],
  "/api/blog/posts": ["GET"],
  "/api/blog/posts/[id]": ["GET", "PATCH", "DELETE"],
  "/api/blog/posts/[id]/analyses": ["GET", "POST"],
  "/api/blog/posts/[id]/back": ["POST"],
  "/api/blog/posts/[id]/cancel": ["POST"],
  "/api/blog/posts/[id]/cap": ["PUT"],
  "/api/blog/posts/[id]/events": ["GET"],
  "/api/blog/posts/[id]/outline": ["POST"],
  "/api/blog/posts/[id]/outline/improve": ["POST"],
  "/api/blog/posts/[id]/resume": ["POST"],
  "/api/blog/posts/[id]/duplicate": ["POST"],
  "/api/blog/posts/[id]/restore": ["POST"],
  "/api/account": ["DELETE"],
  "/api/account/export": ["GET"],
  "/api/webhooks/clerk": ["POST"],
  "/api/notices": ["GET"],
  "/api/notices/read": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/check": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/continue": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/revise": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/originality": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/links": ["POST"],
  "/api/blog/posts/[id]/sections/[sectionId]/links/proposal": ["POST"],
  "/api/blog/posts/[id]/sources/[sourceId]": ["GET"],
  "/api/blog/posts/[id]/titles": ["POST"],
  "/api/blog/posts/[id]/openings": ["POST"],
  "/api/blog/posts/[id]/versions": ["GET"],
  "/api/blog/posts/[id]/versions/[version]": ["GET"],
  "/api/blog/posts/[id]/versions/[version]/restore": ["POST"],
  "/api/blog/posts/[id]/export": ["GET"],
  "/api/blog/posts/[id]/publish": ["POST"],
  "/api/blog/posts/[id]/publications": ["GET"],
  "/api/blog/posts/[id]/publications/present": ["GET"],
  "/api/blog/posts/[id]/publications/picture": ["POST"],
} as const satisfies Record<string, readonly string[]>;

/** What other services call, and prove themselves where anything happens. */
const UNSIGNED = /^\/api\/(health$|cron$|webhooks\/)/;

/** The routes that need a signed-in user, one entry for each method, with an id or provider filled in. */
export function listUserRoutes(id: string): { method: string; path: string }[] {
  return Object.entries(API_ROUTES)
    .filter(([route]) => !UNSIGNED.test(route))
    .flatMap(([route, methods]) =>
      methods.map((method) => ({
        method,
        path: route
          .replace("[id]", id)
          .replace("[provider]", "gemini")
          .replace("[sectionId]", "sec-1")
          .replace("[sourceId]", "S1")
          .replace("[version]", "1")
          .replace("[[...slug]]", "agent/default/stop/none")
          .replace("[...path]", "nothing/here"),
      })),
    );
}

/** The routes as the folder has them. */
export function findRoutes(): string[] {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => path.basename(file) === "route.ts");
  return routes.map((file) => path.posix.join("/api", path.dirname(file))).sort();
}
