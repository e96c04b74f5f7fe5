import "server-only";
import type { Run } from "../run";
import type { PostDocument, Seo } from "../schema";

export async function proposeSeo(run: Run, document: PostDocument): Promise<Seo> {
  const seo = {
    keyword: "",
    title: document.title.slice(0, 60),
    titles: [],
    description: "",
    slug: "post",
    tags: [],
  };
  run.emit("seo", seo);
  return seo;
}
