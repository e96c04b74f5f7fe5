import type { Tester } from "../tester";

/** What one person would enter in steps 2 to 4; `word` stands in every text of theirs. */
export function describeProfile(word: string) {
  const website = {
    source: "business",
    business: `We write about ${word} and nothing else, for people who work with it daily.`,
    profile: {
      description: `Letters about ${word}.`,
      audience: `Owners of a ${word} shop`,
      writingStyle: `Short sentences with ${word} in them`,
      brandVoice: `A neighbour who knows ${word}`,
      contentType: `${word} stories`,
      patterns: [`Ends with ${word}`],
      guidelines: [`Name ${word} early`],
      avoid: [`Jargon around ${word}`],
    },
  };
  const research = {
    competitors: [{ name: `${word} Weekly`, url: "https://competitor.example/" }],
    topics: [`The history of ${word}`],
    gaps: [`What ${word} costs`],
    preferences: { depth: "basic", contentTypes: ["how-to"], preferDomains: [`${word}.example`] },
  };
  const persona = {
    core: {
      voice: `A patient ${word} teacher`,
      tone: `Warm as ${word}`,
      vocabulary: [`${word}ish`],
      sentenceLength: `Short, ${word} short`,
      dos: [`Show ${word}`],
      donts: [`Shout about ${word}`],
      sample: `There was ${word}, and it was good.`,
    },
    platforms: {},
  };
  return { website, research, persona };
}

/** Fills in steps 2 to 4 over HTTP. @throws Error with the answer when one is refused. */
export async function fillWizard(call: Tester["call"], word: string): Promise<void> {
  for (const [step, data] of Object.entries(describeProfile(word))) {
    const answer = await call("PUT", `/api/onboarding/steps/${step}`, data);
    if (answer.status !== 200) throw new Error(`${step}: ${await answer.text()}`);
  }
}
