//! The one place that changes the terminal's modes, and puts every one of them back: at the end,
//! on a panic, when the program is stopped, suspended or told to go.

#[cfg(unix)]
pub mod signals;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once};
use std::time::{Duration, Instant};

/// Whether the terminal is ours; who takes it away swaps it to false and puts the modes back.
static OURS: AtomicBool = AtomicBool::new(false);
/// The mouse as it was last asked for, to be restored after a pause.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Held while a frame is written, so that no frame follows the end.
static WRITING: Mutex<()> = Mutex::new(());
static HOOK: Once = Once::new();

/// While it lives the terminal is in the program's modes.
pub struct Guard(());

/// Columns and rows, asked of the terminal itself: elsewhere crossterm's own runs what is called `tput`.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    match cfg!(windows) {
        true => crossterm::terminal::size(),
        false => crossterm::terminal::window_size().map(|size| (size.columns, size.rows)),
    }
}

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When its modes cannot be changed.
    pub fn enter(mouse: bool) -> io::Result<Guard> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                leave();
                before(info);
            }));
        });
        MOUSE.store(mouse, Ordering::SeqCst);
        let guard = Guard(());
        enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> io::Result<()> {
    OURS.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    // The title of the window is put aside, where the terminal can do that.
    let mut bytes = b"\x1b[22;0t".to_vec();
    queue!(
        bytes,
        EnterAlternateScreen,
        EnableBracketedPaste,
        SetTitle("Sportello")
    )?;
    mouse_bytes(&mut bytes, MOUSE.load(Ordering::SeqCst))?;
    let mut out = io::stdout().lock();
    out.write_all(&bytes)?;
    out.flush()
}

/// Takes the terminal again after a pause; nothing if it was given up for good.
pub fn enter_again() {
    if OURS.load(Ordering::SeqCst) {
        leave();
    }
    // A terminal that cannot be taken back cannot be told so either.
    let _ = enter();
}

/// Puts everything back as it was. It may be called from anywhere and more than once.
pub fn leave() {
    let _writing = lock();
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    let _ = queue!(
        bytes,
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = mouse_bytes(&mut bytes, false);
    bytes.extend(b"\x1b[23;0t");
    // The terminal may be gone: there is nobody left to tell.
    let _ = io::stdout().write_all(&bytes).and_then(|()| io::stdout().flush());
    let _ = disable_raw_mode();
}

/// A frame in one write, unless the terminal is not ours any more.
///
/// # Errors
/// When the terminal does not take it.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let _writing = lock();
    if bytes.is_empty() || !OURS.load(Ordering::SeqCst) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Waits for a frame that is being written, but not for a terminal that takes none.
fn lock() -> Option<MutexGuard<'static, ()>> {
    let started = Instant::now();
    loop {
        match WRITING.try_lock() {
            Ok(guard) => return Some(guard),
            Err(std::sync::TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(_) if started.elapsed() > Duration::from_millis(200) => return None,
            Err(_) => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Turns the mouse on or off while the program runs.
///
/// # Errors
/// When the terminal does not take it.
pub fn mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    let mut bytes = Vec::new();
    mouse_bytes(&mut bytes, on)?;
    write(&bytes)
}

/// Clicks, the wheel and what is dragged: crossterm's own command would report every movement too.
#[cfg(unix)]
fn mouse_bytes(bytes: &mut Vec<u8>, on: bool) -> io::Result<()> {
    if on {
        bytes.extend_from_slice(b"\x1b[?1002h\x1b[?1006h");
        Ok(())
    } else {
        queue!(bytes, DisableMouseCapture)
    }
}

#[cfg(not(unix))]
fn mouse_bytes(_: &mut Vec<u8>, on: bool) -> io::Result<()> {
    // The Windows console knows the mouse as a mode, not as bytes.
    use crossterm::event::EnableMouseCapture;
    use crossterm::execute;
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}
