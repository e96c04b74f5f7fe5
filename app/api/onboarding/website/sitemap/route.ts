import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { sitemapBody } from "@/lib/onboarding/sitemap/schema";
import { studySitemap } from "@/lib/onboarding/sitemap/study-sitemap";

export const maxDuration = 300;

export const POST = withUser(sitemapBody, async ({ user, body, request }) =>
  streamWork(request, (emit, signal) => studySitemap(user, body, { emit, signal })),
);
