/** The mark of icons/icon.svg, in the page's own colours. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <path class="mark-sign" d="M16 4v6M16 13v10" />
      <path class="mark-sign mark-head" d="M8 16.4 16 24.4l8-8" />
    </svg>
  );
}
