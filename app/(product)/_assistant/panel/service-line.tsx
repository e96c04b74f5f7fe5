import styles from "./panel.module.css";
import type { ServiceChoice } from "./use-service";

type ServiceLineProps = {
  choice: ServiceChoice;
  /** The user's Gemini key is known to be refused or missing: it pays for nothing. */
  keyFails: boolean;
};

/** Who answers and who pays; a saved CopilotKit key offers the other way, which is always a choice. */
export function ServiceLine({ choice, keyFails }: ServiceLineProps) {
  const { service, cloudKey, choose } = choice;
  if (service.kind === "cloud")
    return (
      <p className={styles.service}>
        Answers come from Copilot Cloud, on your CopilotKit account. It sees what you write here,
        and can do nothing in this product.{" "}
        <button type="button" className={styles.link} onClick={() => choose("own")}>
          Use your Gemini key instead
        </button>
      </p>
    );
  if (keyFails && !cloudKey) return null;
  return (
    <p className={styles.service}>
      {keyFails ? "Answers need your Gemini key." : "Answers are paid by your Gemini key."}
      {cloudKey && (
        <>
          {" "}
          <button type="button" className={styles.link} onClick={() => choose("cloud")}>
            Use Copilot Cloud instead
          </button>
        </>
      )}
    </p>
  );
}
