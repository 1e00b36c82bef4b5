/* Small comforts. Everything works without this file. */

/* The way out: leaves at once and cannot be reached with the back button. */
const exit = document.querySelector(".exit");
if (exit) {
  const leave = (event) => {
    event?.preventDefault();
    document.body.hidden = true;
    location.replace(exit.href);
  };
  exit.addEventListener("click", leave);
  let presses = 0;
  let last = 0;
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  });
}

/* The menu closes when one of its links leads to this page. */
const menu = document.getElementById("menu");
menu?.addEventListener("click", (event) => {
  if (event.target.closest("a") && menu.matches(":popover-open")) menu.hidePopover();
});
