import styles from "./excerpt.module.css";
import { QUOTES } from "./quotes";

/** A piece of a post as the product typesets it: marks in the text, the quoted passages beside it. */
export function Excerpt() {
  return (
    <figure className={styles.figure}>
      <div className={styles.sheet}>
        <article className={styles.article}>
          <h2>Why a page jumps while it loads</h2>
          <p>
            The text you were reading slides down because an image above it has just arrived. The
            browser had kept no room for it. Give an image its width and height, and the browser can
            work out its shape and keep the space free before a single byte of it has loaded.
            <Mark number={1} />
          </p>
          <h3>Fonts and placeholders do it too</h3>
          <p>
            A web font that replaces its stand-in reflows every line, unless the font is served from
            your own site and measured to fit.
            <Mark number={2} /> And a loading skeleton helps only if it has the size of what comes
            after it: when the two differ, everything around them moves.
            <Mark number={3} />
          </p>
        </article>
        <div>
          <p className={styles.quotesTitle} id="passages">
            The passages it rests on
          </p>
          <ol className={styles.quotes} aria-labelledby="passages">
            {QUOTES.map((quote) => (
              <li key={quote.number} id={`passage-${quote.number}`} value={quote.number}>
                <blockquote>{quote.text}</blockquote>
                <a href={quote.url} target="_blank" rel="noreferrer">
                  {quote.page}
                </a>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <figcaption className={styles.caption}>
        An excerpt as the writer sets it. A 1,500-word post costs about{" "}
        <span className={styles.money}>$0.06</span> on your Gemini and Exa keys.
      </figcaption>
    </figure>
  );
}

function Mark({ number }: { number: number }) {
  return (
    <sup>
      <a className={styles.mark} href={`#passage-${number}`} aria-label={`Passage ${number}`}>
        {number}
      </a>
    </sup>
  );
}
