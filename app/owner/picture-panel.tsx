import { Money } from "@/app/_ui/money";
import type { Picture } from "@/lib/owner/draw-picture";
import styles from "./owner.module.css";

/** A month with 100 testers, as the diagrams draw it, from what a finished post has really cost. */
export function PicturePanel({ picture: { postUsd, testers, owner } }: { picture: Picture }) {
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">A month with 100 testers</h2>
      <p className={styles.lead}>
        {postUsd === null ? (
          "No post is finished yet: there is no average to reckon with."
        ) : (
          <>
            A finished post has cost <Money usd={postUsd} /> on average, on its writer&rsquo;s own
            keys.
          </>
        )}
      </p>
      <table className={styles.table}>
        <tbody>
          {testers.map(({ name, posts, usd }) => (
            <tr key={name}>
              <th scope="row">{name} pays</th>
              <td>{posts} posts</td>
              <td>{postUsd === null ? "—" : <Money usd={usd} />}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">You pay</th>
            <td>hosting</td>
            <td>
              <Money usd={owner.infrastructureUsd} />
            </td>
          </tr>
          <tr>
            <th scope="row">You pay</th>
            <td>API usage</td>
            <td>
              <Money usd={owner.apiUsd} />
            </td>
          </tr>
        </tbody>
      </table>
      <form action="/owner" method="get" className={styles.form}>
        <label>
          Hosting a month, in US dollars
          <input
            name="infrastructureUsd"
            type="number"
            min="0"
            step="0.01"
            defaultValue={owner.infrastructureUsd}
          />
        </label>
        <button type="submit">Reckon</button>
      </form>
    </section>
  );
}
