import { receiveClerkEvent } from "@/lib/account/receive-clerk-event";
import { withSignature } from "@/lib/http/with-signature";

export const POST = withSignature(receiveClerkEvent);
