//! A brake on guessing links. Good links are never braked: many colleagues share one address.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::{DefaultKeyedRateLimiter, Quota};

/// Wrong links a minute from one address. Source: experience rule S6.
const WRONG_LINKS_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).expect("twenty is not zero");

/// Wrong links between two clean-ups of addresses that went quiet.
const CLEAN_UP_EVERY: u32 = 1000;

/// Counts wrong links by address, in memory only.
pub struct BadLinks {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    n_seen: AtomicU32,
}

impl Default for BadLinks {
    fn default() -> BadLinks {
        BadLinks {
            limiter: DefaultKeyedRateLimiter::keyed(Quota::per_minute(WRONG_LINKS_PER_MINUTE)),
            n_seen: AtomicU32::new(0),
        }
    }
}

impl BadLinks {
    /// Counts a wrong link; whether its address may go on.
    pub fn may_go_on(&self, client: Option<IpAddr>) -> bool {
        if self.n_seen.fetch_add(1, Ordering::Relaxed) % CLEAN_UP_EVERY == CLEAN_UP_EVERY - 1 {
            self.limiter.retain_recent();
        }
        client.is_none_or(|client| self.limiter.check_key(&client).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twenty_first_wrong_link_is_braked_for_its_address_only() {
        let limits = BadLinks::default();
        let (one, other) = (Some(IpAddr::from([192, 0, 2, 1])), Some(IpAddr::from([192, 0, 2, 2])));
        assert!((0..20).all(|_| limits.may_go_on(one)));
        assert!(!limits.may_go_on(one));
        assert!(limits.may_go_on(other));
    }
}
