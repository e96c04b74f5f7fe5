import "server-only";
import { z } from "zod";
import { AppError } from "../../../errors";
import { parseFields } from "../../../http/read-body";
import { listIntegrations } from "../../../integrations/list-integrations";
import { publishPost as publish } from "../../../publish/publish-post";
import { publishBody } from "../../../publish/schema";
import { type Action, defineAction, type Setting } from "../action";
import { choosePost, postArgument } from "../choose-post";

const HOW = { draft: "as a draft", live: "for everybody to see", schedule: "at" } as const;
const schema = z.strictObject({
  ...postArgument,
  version: z.int().optional().describe("Leave it out: it is filled in."),
  as: z.enum(["draft", "live"]).optional().describe("As a draft unless the user says live."),
  at: publishBody.shape.at.describe("When it is to be seen, with an offset."),
});
type Args = z.infer<typeof schema>;
type Kind = { name: string; description: string; verb: string; toBody: (args: Args) => unknown };

/** Publishing waits for a click on the version that the user saw: a newer one needs another click. */
function definePublishing({ name, description, verb, toBody }: Kind): Action {
  return defineAction({
    name,
    description,
    needsClick: true,
    args: schema,
    plan: async (setting, args) => {
      const { id, version, document } = await choosePost(setting, args.postId);
      const { as, at } = parseFields(publishBody, toBody(args));
      const host = await nameSite(setting);
      const when = at ? ` ${new Date(at).toUTCString()}` : "";
      return {
        args: { ...args, postId: id, version },
        title: `${verb} “${document.title}” on ${host} ${HOW[as]}${when}`,
        priceUsd: 0,
      };
    },
    run: async (setting, args) => {
      const { id, version } = await choosePost(setting, args.postId);
      if (args.version !== version) throw new AppError("edit_conflict");
      const body = parseFields(publishBody, toBody(args));
      const { status, siteUrl } = await publish(setting.user, id, body, null);
      return {
        told: { status, site: new URL(siteUrl).host },
        link: { href: `/posts/${id}`, label: "Open the post and its history" },
      };
    },
  });
}

async function nameSite({ user }: Setting): Promise<string> {
  const sites = await listIntegrations(user);
  const site = sites.find(({ isPrimary }) => isPrimary) ?? sites[0];
  if (!site) throw new AppError("no_site");
  return new URL(site.siteUrl).host;
}

export const publishPost = definePublishing({
  name: "publish_post",
  description: "Publish a post on the user's primary site.",
  verb: "Publish",
  toBody: ({ as = "draft" }) => ({ as, confirm: true }),
});

export const schedulePost = definePublishing({
  name: "schedule_post",
  description: "Publish a post on the user's primary site at a later time.",
  verb: "Publish",
  toBody: ({ at }) => ({ as: "schedule", at, confirm: true }),
});
