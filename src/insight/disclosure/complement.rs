//! Rule R2, exactly: whatever is published about one round is a handful of equations over people's answers. Combined in
//! any way, also by a partner that knows its own answers, they may not speak of fewer than `k` people.
//!
//! People of one partner and role who answered equally many statements enter every equation alike: one column. A combination λ of the equations
//! leaves out the columns whose direction is at right angles to it; the fewest people are left by a λ at right angles
//! to as many directions as there can be. Trying all of those is exact, and quick because the equations are few.

use crate::domain::agreement::Role;

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
    /// Mean over people, as a distribution gives it away.
    pub distribution: bool,
    /// Mean of partner means among executives, and among practitioners.
    pub roles: bool,
}

/// Below this a number is zero; directions are scaled to length one.
const ZERO: f64 = 1e-9;

/// Whether no combination of what is published speaks of fewer than `k` people: not to an outsider, and not to any of
/// the partners. Partners without anybody may be there and count for nothing.
pub fn is_safe(partners: &[PartnerCount], published: Published, k: usize) -> bool {
    let columns: Vec<Vec<Column>> = columns(partners, published);
    let n_equations =
        usize::from(published.mean) + usize::from(published.distribution) + 2 * usize::from(published.roles);
    if n_equations == 0 {
        return true;
    }
    let directions = distinct_directions(&columns, partners);
    let n_hidden = directions.n_hidden;
    let basis = basis(&directions.all, n_equations);
    let directions: Vec<Direction> = directions.all.iter().map(|d| project(&basis, d)).collect();
    let rank = basis.len();
    let projected: Vec<Vec<Column>> = columns
        .iter()
        .map(|own| {
            own.iter()
                .map(|column| Column { direction: project(&basis, &column.direction), n: column.n })
                .collect()
        })
        .collect();
    let is_good = |lambda: &Direction| leaves_enough(&projected, partners, lambda, k);
    // A combination that leaves fewer than k people, beside one partner's, leaves out all other directions: so among
    // this many first ones at least `rank − 2` are left out, and need to be tried with every other only.
    let most_groups = partners.iter().map(|partner| partner.groups.len()).max().unwrap_or(0);
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
    /// What one person of the group counts in every equation.
    direction: Direction,
    n: usize,
}

fn columns(partners: &[PartnerCount], published: Published) -> Vec<Vec<Column>> {
    const ROLES: [Role; 2] = [Role::Executive, Role::Practitioner];
    let n_with = ROLES.map(|role| partners.iter().filter(|p| p.of_role(role) > 0).count() as f64);
    let n_partners = partners.iter().filter(|p| p.total() > 0).count() as f64;
    partners
        .iter()
        .map(|partner| {
            let direction = |group: &Group| {
                let mut direction = [0.0; 4];
                if published.mean {
                    direction[0] = 1.0 / (n_partners * partner.total() as f64);
                }
                if published.distribution {
                    direction[1] = group.n_statements as f64;
                }
                for (place, (role, n_with)) in ROLES.iter().zip(n_with).enumerate() {
                    if published.roles && group.role == Some(*role) {
                        direction[2 + place] = 1.0 / (n_with * partner.of_role(*role) as f64);
                    }
                }
                direction
            };
            partner.groups.iter().map(|group| Column { direction: direction(group), n: group.n }).collect()
        })
        .collect()
}

/// The directions that a combination can leave out: of a group; and, where a partner's own mean is known, of the
/// difference between two of its groups, since that mean takes what they share.
struct Directions {
    /// Those of hidden partners first.
    all: Vec<Direction>,
    n_hidden: usize,
}

fn distinct_directions(columns: &[Vec<Column>], partners: &[PartnerCount]) -> Directions {
    let mut found: Vec<Direction> = Vec::new();
    let add = |direction: Direction, found: &mut Vec<Direction>| {
        let length = direction.iter().map(|x| x * x).sum::<f64>().sqrt();
        if length < ZERO * ZERO {
            return;
        }
        let unit = direction.map(|x| x / length);
        let is_same = |other: &Direction| {
            let cosine: f64 = other.iter().zip(&unit).map(|(a, b)| a * b).sum();
            cosine.abs() > 1.0 - ZERO
        };
        if !found.iter().any(is_same) {
            found.push(unit);
        }
    };
    let of = |is_shown: bool| columns.iter().zip(partners).filter(move |(_, p)| p.is_shown == is_shown);
    for (own, _) in of(false) {
        own.iter().for_each(|column| add(column.direction, &mut found));
    }
    let n_hidden = found.len();
    for (own, _) in of(true) {
        for (i, j) in pairs(own.len()) {
            let (a, b) = (own[i].direction, own[j].direction);
            add(std::array::from_fn(|place| a[place] - b[place]), &mut found);
        }
    }
    Directions { all: found, n_hidden }
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

/// Orthonormal directions that span the given ones. Source: Gram and Schmidt, twice for accuracy.
fn basis(directions: &[Direction], n_equations: usize) -> Vec<Direction> {
    let mut basis: Vec<Direction> = Vec::new();
    for direction in directions {
        let mut rest = *direction;
        for _ in 0..2 {
            for axis in &basis {
                let along = dot(axis, &rest);
                rest = std::array::from_fn(|place| rest[place] - along * axis[place]);
            }
        }
        let length = dot(&rest, &rest).sqrt();
        if length > 1e-7 && basis.len() < n_equations {
            basis.push(rest.map(|x| x / length));
        }
    }
    basis
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
fn leaves_enough(columns: &[Vec<Column>], partners: &[PartnerCount], lambda: &Direction, k: usize) -> bool {
    let length = lambda.iter().map(|x| x * x).sum::<f64>().sqrt();
    if length < ZERO {
        // The directions do not span a plane of their own; others that do are tried as well.
        return true;
    }
    let (mut total, mut most) = (0, 0);
    for (own, partner) in columns.iter().zip(partners) {
        let is_left = |column: &&Column| {
            let along: f64 = column.direction.iter().zip(lambda).map(|(a, b)| a * b).sum();
            let size: f64 = column.direction.iter().map(|x| x * x).sum();
            along * along > 1e-14 * length * length * size
        };
        let n = if partner.is_shown {
            people_left_beside_mean(own, lambda, length)
        } else {
            own.iter().filter(is_left).map(|column| column.n).sum()
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
    let weights: Vec<f64> = own
        .iter()
        .map(|column| column.direction.iter().zip(lambda).map(|(a, b)| a * b).sum::<f64>() / length)
        .collect();
    let size = own
        .iter()
        .map(|column| column.direction.iter().map(|x| x * x).sum::<f64>().sqrt())
        .fold(1e-300, f64::max);
    let total: usize = own.iter().map(|column| column.n).sum();
    let taken = weights
        .iter()
        .map(|weight| {
            let same = |other: &f64| (other - weight).abs() / size < 1e-7;
            own.iter().zip(&weights).filter(|(_, w)| same(w)).map(|(column, _)| column.n).sum::<usize>()
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
