import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import type { UserId } from "@/lib/auth/user-id";
import { errorRow } from "@/lib/errors";
import { PRICES_READ_ON } from "@/lib/models/dated-facts";
import { listPricedModels } from "@/lib/models/list-priced-models";
import { ModelPrices } from "./model-prices";

/** The models of the user's key and what each costs; where Google gives no list, why. */
export async function ModelsSection({ user }: { user: UserId }) {
  const { models, problem } = await listPricedModels(user);
  const row = problem && errorRow(problem);
  return (
    <>
      {row && (
        <Notice tone="warn" title={row.title}>
          <p>
            The models of your key cannot be listed. {row.detail}{" "}
            {row.fixUrl && <FixLink url={row.fixUrl} />}
          </p>
        </Notice>
      )}
      {!row && models.length === 0 && <p>Google lists no model that your key could write with.</p>}
      <ModelPrices models={models} readOn={PRICES_READ_ON} />
    </>
  );
}
