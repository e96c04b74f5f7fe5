/** Moves the focus to the first field of a form that is marked as invalid, once it is marked. */
export function focusFirstError(form: Element): void {
  requestAnimationFrame(() => {
    const field = form.querySelector('[aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  });
}
