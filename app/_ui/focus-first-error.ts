/**
 * Moves the focus to the first field of a form that is marked as invalid. It waits for two frames: in
 * the first the field may not be marked yet, or still be disabled by a request that has just ended.
 */
export function focusFirstError(form: Element): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = form.querySelector('[aria-invalid="true"]');
      if (field instanceof HTMLElement) field.focus();
    }),
  );
}
