import Link from "next/link";
import type { UserId } from "@/lib/auth/user-id";
import { estimateCosts } from "@/lib/onboarding/estimate-costs";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import styles from "./setup.module.css";
import { SetupForm } from "./setup-form";
import { sumEstimates } from "./sum-estimates";

/** The short way, where the long one begins; or the way back to one that is under way. */
export async function SetupOffer({ user, filled }: { user: UserId; filled: boolean }) {
  const setup = await getSetup(user);
  if (setup?.status === "done")
    return (
      <p className={styles.made}>
        Made in one press. <Link href="/onboarding/setup">Look it over, or make it again</Link>
      </p>
    );
  return (
    <section className={styles.offer} aria-labelledby="offer">
      <h2 id="offer">All at once</h2>
      {setup?.status === "running" ? (
        <p>
          Website, research and persona are being made.{" "}
          <Link href="/onboarding/setup">See how far it is</Link>
        </p>
      ) : (
        <>
          <p>
            Website, research and persona from one line, made one after the other. Or fill the
            fields below.
          </p>
          <SetupForm
            estimateUsd={sumEstimates(await estimateCosts(user))}
            about={setup?.about ?? ""}
            replaces={filled}
          />
        </>
      )}
    </section>
  );
}
