"use client";
import { FailurePage } from "../_ui/messages/failure-page";

export default function ProductError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FailurePage {...props} />;
}
