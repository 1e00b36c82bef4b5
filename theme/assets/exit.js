// The way out: leaves at once, and the back button does not return to this page.
// It may return to the page before. No address of ours is sent along: every page says
// so in its head, for the hosts that send no headers.
// Without this file the link still leads away.
const exit = document.querySelector(".exit");
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
