import { usePathname } from "next/navigation";
import { useCurrentSection } from "@/app/_ui/current-section";
import type { Page } from "@/lib/copilot/schema";
import { STEPS } from "@/lib/onboarding/schema";

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Where the user is, as ids: everything else the server reads by itself. */
export function usePage(): Page {
  return readPage(usePathname(), useCurrentSection());
}

function readPage(pathname: string, sectionId: string | undefined): Page {
  const [, first, second] = pathname.split("/");
  if (first === "onboarding") {
    const step = STEPS.find(({ id }) => id === second)?.id;
    return { place: "wizard", ...(step ? { step } : {}) };
  }
  if (first === "posts" && second && UUID.test(second))
    return { place: "post", postId: second, ...(sectionId ? { sectionId } : {}) };
  if (first === "posts") return { place: second === "new" ? "new-post" : "posts" };
  if (first === "usage" || first === "settings") return { place: first };
  return { place: "other" };
}
