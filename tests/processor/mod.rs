//! What work costs the processor, whatever else the machine does: shared by tests and fuzz targets that
//! hold it to a bound. Leaves out the clock, which a busy machine makes say anything.

use std::time::Duration;

/// The time that the processor gave to this thread so far; none where the system does not tell it.
pub fn given() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(stat.split(' ').next()?.parse().ok()?))
}

/// What the work took of this thread; none where the system does not tell it.
pub fn cost<T>(work: impl FnOnce() -> T) -> Option<Duration> {
    let before = given()?;
    std::hint::black_box(work());
    Some(given()? - before)
}

/// Does the work. Panics where it took this thread longer than the bound.
pub fn within(bound: Duration, work: impl FnOnce()) {
    if let Some(cost) = cost(work) {
        assert!(cost < bound, "it took {cost:?}");
    }
}
