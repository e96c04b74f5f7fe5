import { withSignature } from "@/lib/http/with-signature";
import { answerCron } from "@/lib/start/answer-cron";

export const GET = withSignature(answerCron);
