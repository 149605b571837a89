//! Rule R2, exactly: whatever is published about one round is a handful of equations over people's answers. Combined in
//! any way, also by a partner that knows its own answers, they may not speak of fewer than `k` people.
//!
//! People of one partner and role who answered equally many statements enter every equation alike: one column. A
//! combination λ of the equations leaves out the columns whose direction is at right angles to it; the fewest people are
//! left by a λ at right angles to as many directions as there can be. Trying all of those is exact, and quick because
//! the equations are few.

use crate::domain::role::Role;

/// People of one partner who enter every sum alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Their role; `None` when nobody knows.
    pub role: Option<Role>,
    /// How many statements each of them answered.
    pub n_statements: usize,
    /// How many they are.
    pub n: usize,
}

/// One partner in the sums of one dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnerCount {
    /// Its people.
    pub groups: Vec<Group>,
    /// Its own mean is published.
    pub is_shown: bool,
}

impl PartnerCount {
    /// Adds a person.
    pub fn add(&mut self, role: Option<Role>, n_statements: usize) {
        let like = |group: &&mut Group| (group.role, group.n_statements) == (role, n_statements);
        match self.groups.iter_mut().find(like) {
            Some(group) => group.n += 1,
            None => self.groups.push(Group { role, n_statements, n: 1 }),
        }
    }

    /// Everybody.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.n).sum()
    }

    fn of_role(&self, role: Role) -> usize {
        self.groups.iter().filter(|group| group.role == Some(role)).map(|group| group.n).sum()
    }
}

/// What is published about a dimension in a round, beside the means of partners that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// Mean of partner means.
    pub mean: bool,
    /// Sum over all answers, as their shares give it away.
    pub distribution: bool,
    /// Mean of partner means among executives, and among practitioners.
    pub roles: bool,
}

/// Below this a number is zero; directions are scaled to length one.
const ZERO: f64 = 1e-9;
/// A direction that reaches less far than this out of another, or of what others span, lies within it.
const SPANS: f64 = 1e-7;

/// Whether no combination of what is published speaks of fewer than `k` people: not to an outsider, and not to any of
/// the partners. Partners without anybody may be there and count for nothing.
pub fn is_safe(partners: &[PartnerCount], published: Published, k: usize) -> bool {
    let owners = owners(partners, published);
    search(&owners, &distinct_directions(&owners, k), k)
}

fn search(owners: &[Owner], found: &Directions, k: usize) -> bool {
    // What must be left out spans a space; only combinations at right angles to it are worth trying.
    let basis = basis(&found.forced, &found.all);
    let (mut directions, mut n_hidden): (Vec<Direction>, usize) = (Vec::new(), 0);
    for (place, direction) in found.all.iter().enumerate() {
        let projected = project(&basis, direction);
        if length(&projected) > SPANS && place_of(unit(&projected), &mut directions).is_new {
            n_hidden += usize::from(place < found.n_hidden);
        }
    }
    let rank = basis.len();
    let project = |column: &Column| Column { direction: project(&basis, &column.direction), ..*column };
    let projected: Vec<Owner> = owners
        .iter()
        .map(|owner| Owner { columns: owner.columns.iter().map(project).collect(), ..*owner })
        .collect();
    let is_good = |lambda: &Direction| leaves_enough(&projected, lambda, k);
    // A combination that leaves fewer than k people, beside one partner's, leaves out all other directions: so among
    // this many first ones at least `rank − 2` are left out, and need to be tried with every other only.
    let most_groups = owners.iter().map(|owner| owner.columns.len()).max().unwrap_or(0);
    let enough = k.saturating_sub(1) + most_groups + rank.saturating_sub(2);
    let n_first = if n_hidden >= enough { enough } else { directions.len() };
    let n = directions.len();
    match rank {
        0 => true,
        1 => is_good(&[1.0, 0.0, 0.0, 0.0]),
        2 => directions.iter().all(|d| is_good(&[-d[1], d[0], 0.0, 0.0])),
        3 => (0..n_first).all(|i| (i + 1..n).all(|j| is_good(&cross3(&directions[i], &directions[j])))),
        _ => pairs(n_first).all(|(i, j)| {
            (i + 1..n)
                .filter(|l| *l != j)
                .all(|l| is_good(&cross4(&directions[i], &directions[j], &directions[l])))
        }),
    }
}

/// A place per equation, of which there are four at most; unused ones are zero.
type Direction = [f64; 4];

#[derive(Debug, Clone, Copy)]
struct Column {
    /// What one person of the group counts in every equation, or in what is left of them.
    direction: Direction,
    /// Length of the direction over all equations, squared.
    size: f64,
    n: usize,
}

/// A partner's columns.
struct Owner {
    is_shown: bool,
    columns: Vec<Column>,
}

/// Partners as the equations see them, hidden ones first: those mostly settle by themselves that enough is left.
fn owners(partners: &[PartnerCount], published: Published) -> Vec<Owner> {
    let mut owners: Vec<Owner> = partners
        .iter()
        .map(|partner| {
            let direction = |group: &Group| {
                let mut direction = [0.0; 4];
                if published.mean {
                    direction[0] = 1.0 / partner.total() as f64;
                }
                if published.distribution {
                    direction[1] = group.n_statements as f64;
                }
                for (place, role) in Role::ALL.iter().enumerate() {
                    if published.roles && group.role == Some(*role) {
                        direction[2 + place] = 1.0 / partner.of_role(*role) as f64;
                    }
                }
                direction
            };
            let column = |group: &Group| {
                let direction = direction(group);
                Column { direction, size: dot(&direction, &direction), n: group.n }
            };
            Owner { is_shown: partner.is_shown, columns: partner.groups.iter().map(column).collect() }
        })
        .collect();
    owners.sort_by_key(|owner| owner.is_shown);
    owners
}

/// Directions of length one, no two alike.
struct Directions {
    /// Those of hidden partners first.
    all: Vec<Direction>,
    n_hidden: usize,
    /// Those that hold `k` people beside any one hidden partner: a combination that speaks of fewer leaves them out.
    forced: Vec<Direction>,
}

/// The directions that a combination can leave out: of a group; and, where a partner's own mean is known, of the
/// difference between two of its groups, since that mean takes what they share.
fn distinct_directions(owners: &[Owner], k: usize) -> Directions {
    let mut found: Vec<Direction> = Vec::new();
    let of = |is_shown: bool| {
        owners.iter().filter(move |owner| owner.is_shown == is_shown).map(|owner| &owner.columns)
    };
    // Per direction: everybody, and the most of one partner.
    let mut people: Vec<(usize, usize)> = Vec::new();
    for own in of(false) {
        let before = people.clone();
        for column in own {
            if column.size > 0.0 {
                let place = place_of(unit(&column.direction), &mut found).place;
                people.resize(found.len(), (0, 0));
                people[place].0 += column.n;
                let own = people[place].0 - before.get(place).map_or(0, |(total, _)| *total);
                people[place].1 = people[place].1.max(own);
            }
        }
    }
    let n_hidden = found.len();
    let is_forced = |(_, (total, most)): &(_, &(usize, usize))| total - most >= k;
    let forced = found.iter().zip(&people).filter(is_forced).map(|(direction, _)| *direction).collect();
    for own in of(true) {
        for (i, j) in pairs(own.len()) {
            let between = minus(&own[i].direction, &own[j].direction);
            if length(&between) > 0.0 {
                place_of(unit(&between), &mut found);
            }
        }
    }
    Directions { all: found, n_hidden, forced }
}

struct Place {
    place: usize,
    is_new: bool,
}

/// Where a direction of length one, or its opposite, is among others; at their end if it was not there.
fn place_of(direction: Direction, found: &mut Vec<Direction>) -> Place {
    let is_same = |other: &Direction| {
        let opposite = other.map(|x| -x);
        length(&minus(other, &direction)).min(length(&minus(&opposite, &direction))) < SPANS
    };
    match found.iter().position(is_same) {
        Some(place) => Place { place, is_new: false },
        None => {
            found.push(direction);
            Place { place: found.len() - 1, is_new: true }
        }
    }
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

/// Orthonormal directions that span, with the forced ones, all of them, at right angles to the forced ones.
/// Source: Gram and Schmidt, twice for accuracy.
fn basis(forced: &[Direction], all: &[Direction]) -> Vec<Direction> {
    let mut basis: Vec<Direction> = Vec::new();
    let extend = |basis: &mut Vec<Direction>, direction: &Direction| {
        let mut rest = *direction;
        for _ in 0..2 {
            for axis in basis.iter() {
                let along = dot(axis, &rest);
                rest = std::array::from_fn(|place| rest[place] - along * axis[place]);
            }
        }
        if length(&rest) > SPANS {
            basis.push(unit(&rest));
        }
    };
    forced.iter().for_each(|direction| extend(&mut basis, direction));
    let n_forced = basis.len();
    all.iter().for_each(|direction| extend(&mut basis, direction));
    basis.split_off(n_forced)
}

fn length(direction: &Direction) -> f64 {
    dot(direction, direction).sqrt()
}

fn unit(direction: &Direction) -> Direction {
    let length = length(direction);
    direction.map(|x| x / length)
}

fn minus(a: &Direction, b: &Direction) -> Direction {
    std::array::from_fn(|place| a[place] - b[place])
}

fn dot(a: &Direction, b: &Direction) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn project(basis: &[Direction], direction: &Direction) -> Direction {
    std::array::from_fn(|place| basis.get(place).map_or(0.0, |axis| dot(axis, direction)))
}

fn cross3(a: &Direction, b: &Direction) -> Direction {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0], 0.0]
}

fn cross4(a: &Direction, b: &Direction, c: &Direction) -> Direction {
    let minor = |i: usize, j: usize, l: usize| {
        a[i] * (b[j] * c[l] - b[l] * c[j]) - a[j] * (b[i] * c[l] - b[l] * c[i])
            + a[l] * (b[i] * c[j] - b[j] * c[i])
    };
    [minor(1, 2, 3), -minor(0, 2, 3), minor(0, 1, 3), -minor(0, 1, 2)]
}

/// Whether a combination leaves nobody, or at least `k` people, whoever takes its own answers away.
fn leaves_enough(owners: &[Owner], lambda: &Direction, k: usize) -> bool {
    let length = length(lambda);
    if length < ZERO {
        // The directions do not span a plane of their own; others that do are tried as well.
        return true;
    }
    let (mut total, mut most) = (0, 0);
    for owner in owners {
        let is_left = |column: &&Column| {
            let along = dot(&column.direction, lambda);
            along * along > 1e-14 * length * length * column.size
        };
        let n = if owner.is_shown {
            people_left_beside_mean(&owner.columns, lambda, length)
        } else {
            owner.columns.iter().filter(is_left).map(|column| column.n).sum()
        };
        total += n;
        most = most.max(n);
        if total >= k + most {
            // Whatever comes only adds: a larger partner that takes its own away leaves all that was there before.
            return true;
        }
    }
    // Only one partner is spoken of, to which it is no news; or enough people are left beside the largest.
    total == 0 || (total >= k && (total == most || total - most >= k))
}

/// People of a partner whose mean is known that a combination still speaks of: adding a multiple of that mean takes the
/// largest groups of equal weight away.
fn people_left_beside_mean(own: &[Column], lambda: &Direction, length: f64) -> usize {
    let size = own.iter().map(|column| column.size.sqrt()).fold(1e-300, f64::max);
    let total: usize = own.iter().map(|column| column.n).sum();
    let taken = own
        .iter()
        .map(|column| {
            let same = |other: &&Column| {
                dot(&minus(&other.direction, &column.direction), lambda).abs() < SPANS * size * length
            };
            own.iter().filter(same).map(|other| other.n).sum::<usize>()
        })
        .max()
        .unwrap_or(0);
    total - taken
}

/// The partners to hide, so that what is left hidden cannot be told apart: those with fewer than `k` people, then the
/// smallest (ties in the order given), until at least three are hidden, with `k` people beside the largest of them.
///
/// Empty: when nobody has fewer than `k`, none. Source: privacy rule R2, measured in statistics specification §13.
pub fn hidden_partners(n_people: &[usize], k: usize) -> Vec<bool> {
    let mut hidden: Vec<bool> = n_people.iter().map(|n| *n < k).collect();
    let mut order: Vec<usize> = (0..n_people.len()).filter(|i| !hidden[*i]).collect();
    order.sort_by_key(|i| n_people[*i]);
    let mut order = order.into_iter();
    loop {
        let sizes: Vec<usize> = n_people.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| *n).collect();
        // Partners without answers are hidden and hide nobody.
        let present = sizes.iter().filter(|n| **n > 0).count();
        let total: usize = sizes.iter().sum();
        let is_enough = present >= 3 && total - sizes.iter().max().copied().unwrap_or(0) >= k;
        if present == 0 || is_enough {
            return hidden;
        }
        match order.next() {
            Some(next) => hidden[next] = true,
            None => return vec![true; n_people.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(executives: usize, practitioners: usize, is_shown: bool) -> PartnerCount {
        let mut count = PartnerCount { groups: Vec::new(), is_shown };
        (0..executives).for_each(|_| count.add(Some(Role::Executive), 2));
        (0..practitioners).for_each(|_| count.add(Some(Role::Practitioner), 2));
        count
    }

    fn check(partners: &[PartnerCount], published: Published, expected: bool) {
        assert_eq!(is_safe(partners, published, 5), expected, "{partners:?} {published:?}");
    }

    const MEAN: Published = Published { mean: true, distribution: false, roles: false };
    const BOTH: Published = Published { mean: true, distribution: true, roles: false };
    const ROLES: Published = Published { mean: true, distribution: false, roles: true };

    proptest::proptest! {
        #[test]
        fn what_must_be_left_out_shortens_the_search_and_changes_nothing(
            sizes in proptest::collection::vec((0..5usize, 0..8usize, 0..3usize, 0..3usize), 3..9),
            which in 0..4usize,
        ) {
            let mut partners: Vec<PartnerCount> = sizes
                .iter()
                .map(|(executives, practitioners, _, shown)| partner(*executives, *practitioners, *shown == 0))
                .collect();
            for (partner, (_, _, skipped, _)) in partners.iter_mut().zip(&sizes) {
                (0..*skipped).for_each(|_| partner.add(Some(Role::Practitioner), 1));
            }
            let all = Published { mean: true, distribution: true, roles: true };
            let published = [MEAN, BOTH, ROLES, all][which];
            let owners = owners(&partners, published);
            let found = distinct_directions(&owners, 5);
            let unforced = Directions { forced: Vec::new(), ..distinct_directions(&owners, 5) };
            proptest::prop_assert_eq!(
                search(&owners, &found, 5),
                search(&owners, &unforced, 5)
            );
        }
    }

    #[test]
    fn one_small_partner_beside_shown_ones_is_given_away_by_the_mean() {
        check(&[partner(1, 1, false), partner(2, 4, true), partner(2, 4, true)], MEAN, false);
        check(&[partner(1, 1, false), partner(2, 4, false), partner(2, 4, true)], MEAN, false);
        check(&[partner(1, 1, false), partner(2, 4, false), partner(2, 4, false)], MEAN, true);
    }

    #[test]
    fn mean_and_distribution_together_cancel_partners_of_one_size() {
        let sizes = |n: [usize; 4]| n.map(|n| partner(0, n, false));
        check(&sizes([5, 5, 5, 2]), MEAN, true);
        check(&sizes([5, 5, 5, 2]), BOTH, false);
        check(&sizes([5, 5, 5, 5]), BOTH, true);
        check(&sizes([5, 5, 7, 7]), BOTH, true);
    }

    #[test]
    fn a_skipped_statement_tells_its_person_apart_in_a_distribution() {
        let mut partners = [5; 4].map(|n| partner(0, n, false));
        check(&partners, BOTH, true);
        partners[2] = partner(0, 4, false);
        partners[2].add(Some(Role::Practitioner), 1);
        check(&partners, BOTH, false);
    }

    #[test]
    fn roles_and_mean_together_cancel_partners_with_one_mix_of_roles() {
        let same = [partner(2, 4, false), partner(2, 4, false), partner(2, 4, false), partner(2, 4, false)];
        check(&same, ROLES, true);
        let mut one_apart = same.to_vec();
        one_apart.push(partner(1, 3, false));
        check(&one_apart, ROLES, false);
    }

    #[test]
    fn a_role_within_a_shown_partner_stays_hidden_too() {
        // Only partner three has executives: its mean and the executives' mean give its two practitioners away.
        let partners = [partner(0, 6, true), partner(0, 6, true), partner(6, 2, true)];
        check(&partners, MEAN, true);
        check(&partners, ROLES, false);
    }

    #[test]
    fn the_hidden_are_at_least_three_and_k_beside_the_largest() {
        let hidden = |n: &[usize]| hidden_partners(n, 5);
        assert_eq!(hidden(&[6, 7, 8]), [false, false, false]);
        assert_eq!(hidden(&[2, 6, 7, 8]), [true, true, true, false]);
        assert_eq!(hidden(&[2, 2, 2, 9]), [true, true, true, true]);
        assert_eq!(hidden(&[4, 4, 4, 9]), [true, true, true, false]);
        assert_eq!(hidden(&[0, 6, 7]), [true, false, false]);
    }
}
