import { splitSentences } from "../claims/split-sentences";
import { splitPassages } from "../sources/split-passages";
import { listStems } from "./significant-words";

/** A published post as far as it is matched; `paragraphs` are plain words. */
export type OwnPost = {
  postId: string;
  title: string;
  url: string;
  /** What it is about beside its title: headings, keyword, tags. */
  subjects: string[];
  paragraphs: string[];
};
/** A post that fits a sentence, and the words of it that the sentence can rest on. */
export type OwnMatch = {
  postId: string;
  title: string;
  url: string;
  sentence: string;
  /** The sentence in the section: `markdown.slice(start, end)`. */
  start: number;
  end: number;
  passage: string;
};

const MOST_MATCHES = 5;
/** What a shared word counts that the title names, a heading or keyword does, the text does. */
const WEIGHTS = { title: 3, subject: 2, text: 1 } as const;
/** A sentence of fewer telling words fits anything. */
const FEWEST_STEMS = 3;

/**
 * The posts whose words fit a sentence of a section, the best first and each once, with that sentence.
 * A word that most of the posts share counts little. Pure; linear in the texts.
 */
export function matchOwnPosts(markdown: string, posts: readonly OwnPost[]): OwnMatch[] {
  const sentences = splitSentences(markdown)
    .filter(({ heading }) => !heading)
    .map((sentence) => ({ ...sentence, stems: listStems(sentence.text) }))
    .filter(({ stems }) => stems.size >= FEWEST_STEMS);
  const profiles = posts.map(describePost);
  const rarity = weighRarity(profiles);
  const fits = profiles.flatMap((profile) => {
    const scored = sentences.map((sentence) => {
      return { sentence, score: scoreFit(sentence.stems, profile, rarity) };
    });
    const best = scored.sort((one, other) => other.score - one.score)[0];
    return best && best.score > 0 ? [{ ...best, post: profile.post }] : [];
  });
  return fits
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_MATCHES)
    .flatMap(({ post, sentence }) => {
      const passage = choosePassage(post, sentence.stems);
      const { postId, title, url } = post;
      const { start, end, text } = sentence;
      return passage ? [{ postId, title, url, sentence: text, start, end, passage }] : [];
    });
}

type Profile = { post: OwnPost; weights: Map<string, number> };

/** What each word of a post counts. */
function describePost(post: OwnPost): Profile {
  const weights = new Map<string, number>();
  const add = (texts: readonly string[], weight: number) => {
    for (const stem of texts.flatMap((text) => [...listStems(text)]))
      weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
  };
  add(post.paragraphs, WEIGHTS.text);
  add(post.subjects, WEIGHTS.subject);
  add([post.title], WEIGHTS.title);
  return { post, weights };
}

/** 1 for a word of one post, less the more posts have it. */
function weighRarity(profiles: readonly Profile[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { weights } of profiles)
    for (const stem of weights.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => 1 / Math.sqrt(counts.get(stem) ?? 1);
}

/** 0 unless the sentence shares two words that the post is about, or one and two others of its text. */
function scoreFit(
  stems: ReadonlySet<string>,
  { weights }: Profile,
  rarity: (stem: string) => number,
): number {
  const shared = [...stems].filter((stem) => weights.has(stem));
  const about = shared.filter((stem) => (weights.get(stem) ?? 0) > WEIGHTS.text).length;
  if (about === 0 || (about === 1 && shared.length < 3)) return 0;
  const score = shared.reduce((sum, stem) => sum + (weights.get(stem) ?? 0) * rarity(stem), 0);
  return score / Math.sqrt(stems.size);
}

/** The stretch of a post that shares most words with a sentence; undefined when the post has none. */
function choosePassage({ paragraphs }: OwnPost, stems: ReadonlySet<string>): string | undefined {
  const passages = splitPassages("S0", paragraphs.join("\n\n"));
  const scored = passages.map(({ text }) => {
    const shared = [...listStems(text)].filter((stem) => stems.has(stem)).length;
    return { text, shared };
  });
  return scored.sort((one, other) => other.shared - one.shared)[0]?.text;
}
