import styles from "./landing.module.css";

const PROMISES = [
  {
    title: "Your keys, your bill",
    text: "Gemini writes and Exa searches, each on your own account. Every post shows what it cost by provider. No key of ours stands behind yours, so a missing key is an error and never somebody else’s money.",
  },
  {
    title: "Locked up, and only yours",
    text: "A key is checked with its provider, encrypted with a key of your own, and shown again only by its last four characters. Replace or delete it whenever you like; the next call already follows.",
  },
  {
    title: "Nothing without a source",
    text: "Text is written from passages that were retrieved for your topic. A citation that points to no such passage is removed before you see it. Open any mark to read the quote it rests on.",
  },
  {
    title: "You watch it happen",
    text: "Searches, sources, outline, words, cost: each appears as it happens. Leave and come back, or press Stop, and the spending stops with it.",
  },
] as const;

/** Four things one can hold the product to. */
export function Promises() {
  return (
    <section className={styles.promises} aria-label="What you can count on">
      {PROMISES.map((promise) => (
        <div key={promise.title}>
          <h2>{promise.title}</h2>
          <p>{promise.text}</p>
        </div>
      ))}
    </section>
  );
}
