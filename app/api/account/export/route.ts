import { exportAccount } from "@/lib/account/export-account";
import { streamText } from "@/lib/http/stream-text";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user }) => {
  const day = new Date().toISOString().slice(0, 10);
  return streamText(exportAccount(user), {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="alwrity-${day}.json"`,
  });
});
