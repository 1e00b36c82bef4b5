// While the menu is open over a page, nothing behind it can be reached: it is a dialog.
// The button that opened it stays, so that the focus has a place to go back to.
// Without this file the menu opens and closes all the same.
(() => {
  const menu = document.getElementById("menu");
  const wide = matchMedia("(min-width: 64rem)");
  if (!menu?.hidePopover) return;
  // All but the way out, which a hurried visitor has to find at any moment.
  const behind = document.querySelectorAll(
    ".skip, .strip, .draft, .bottom, .top a, main > :not(article), article > :not(.way-out)",
  );
  menu.addEventListener("beforetoggle", (event) => {
    for (const part of behind) part.inert = event.newState === "open";
  });
  // It stands beside the page there.
  wide.onchange = () => menu.matches(":popover-open") && menu.hidePopover();
})();
