"use client";
import { FailurePage } from "../_ui/failure-page";

export default function ProductError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FailurePage {...props} />;
}
