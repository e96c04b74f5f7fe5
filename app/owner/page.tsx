import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Money } from "@/app/_ui/money";
import { Wordmark } from "@/app/_ui/theme/wordmark";
import { getCurrentUser } from "@/lib/auth/get-current-user";
import { drawPicture } from "@/lib/owner/draw-picture";
import { isOwner } from "@/lib/owner/is-owner";
import { reportOwner } from "@/lib/owner/report-owner";
import { ownerQuery } from "@/lib/owner/schema";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import styles from "./owner.module.css";
import { PicturePanel } from "./picture-panel";

type OwnerPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * What everybody has spent together, for whoever runs this site; for everybody else there is no page
 * here, with the words of every other address that is none.
 */
export default async function OwnerPage({ searchParams }: OwnerPageProps) {
  await connection();
  if (!isOwner(await getCurrentUser())) notFound();
  const { infrastructureUsd } = ownerQuery.parse(await searchParams);
  const { totals, byProvider, errors } = await reportOwner();
  const names = Object.fromEntries(listProviderCards().map(({ id, name }) => [id, name]));
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <title>Owner · ALwrity</title>
      <p>
        <Wordmark href="/" />
      </p>
      <h1>Who pays for what</h1>
      <p className={styles.lead}>
        Counts and sums of everybody together. Nothing here shows what a tester writes about.{" "}
        <Link href="/posts">Go to your own posts</Link>
      </p>
      <p className={styles.billed} data-bad={totals.foreignCalls > 0 || undefined}>
        <strong>
          <Money usd={totals.foreignUsd} /> of API usage was billed to you.
        </strong>{" "}
        {totals.foreignCalls === 0
          ? `Each of the ${totals.calls.toLocaleString("en-US")} calls in the ledger was made on a key that its own user had saved or was having checked.`
          : `${totals.foreignCalls.toLocaleString("en-US")} of ${totals.calls.toLocaleString("en-US")} calls were made on a key that their user has never saved here.`}
      </p>
      <dl className={styles.figures}>
        <Figure name="Testers" value={totals.testers} />
        <Figure name="Posts" value={totals.posts} />
        <Figure name="Finished" value={totals.finishedPosts} />
        <Figure name="Calls" value={totals.calls} />
        <Figure name="Without a price" value={totals.unpricedCalls} />
      </dl>
      <section aria-labelledby="dollars">
        <h2 id="dollars">Paid by testers, on their own keys</h2>
        <table className={styles.table}>
          <tbody>
            {byProvider.map(({ provider, calls, usd }) => (
              <tr key={provider}>
                <th scope="row">{names[provider] ?? provider}</th>
                <td>{calls.toLocaleString("en-US")} calls</td>
                <td>
                  <Money usd={usd} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">Together</th>
              <td>{totals.calls.toLocaleString("en-US")} calls</td>
              <td>
                <Money usd={totals.paidUsd + totals.foreignUsd} />
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      <section aria-labelledby="errors">
        <h2 id="errors">Calls that ended with an error</h2>
        {errors.length === 0 && <p className={styles.lead}>None has.</p>}
        <table className={styles.table}>
          <tbody>
            {errors.map(({ code, calls }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td>{calls.toLocaleString("en-US")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PicturePanel picture={drawPicture(totals, infrastructureUsd)} />
    </main>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString("en-US")}</dd>
    </div>
  );
}
