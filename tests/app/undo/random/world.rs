//! Three people, their records, and what they did.
use super::{deeds, records};
use crate::support::TestApp;
use minimata::audit::{Obstacle, OperationId, Subject};
use minimata::auth::{Actor, Channel, Role, people};
use minimata::db::Conn;
use minimata::undo::{Order, UndoError, Undone, undo};
use minimata::web::AppError;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

/// An operation, what took it back, what did it again, and so on: only the last of them can be undone.
pub struct Chain {
    pub head: OperationId,
    pub in_force: bool,
}

pub struct World<'a> {
    app: &'a TestApp,
    pub seed: u64,
    pub rng: StdRng,
    pub people: Vec<Actor>,
    pub owners: Vec<i64>,
    pub numbers: Vec<String>,
    pub chains: Vec<Chain>,
    pub accounts: Vec<i64>,
    pub contacts: Vec<i64>,
    pub roles: Vec<i64>,
    /// Chains in the order they were undone, for going back.
    undone: Vec<usize>,
}

impl<'a> World<'a> {
    pub fn new(app: &'a TestApp, seed: u64) -> Self {
        let persons: Vec<_> = (0..3).map(|_| app.person(Role::Manager)).collect();
        let people = app.write(|conn, _| {
            let act = |person: &crate::support::Person| {
                people::acting(conn, &person.email, Channel::Page)
            };
            let found: Result<Vec<_>, _> = persons.iter().map(act).collect();
            Ok(found?.into_iter().flatten().collect())
        });
        let mut world = Self {
            app,
            seed,
            rng: StdRng::seed_from_u64(seed),
            people,
            owners: persons.iter().map(|person| person.id).collect(),
            numbers: (0..5)
                .map(|_| crate::support::organisation_number())
                .collect(),
            chains: Vec::new(),
            accounts: Vec::new(),
            contacts: Vec::new(),
            roles: Vec::new(),
            undone: Vec::new(),
        };
        for _ in 0..120 {
            world.deed();
        }
        // What was there before is not to be undone.
        world.chains.clear();
        world
    }

    pub fn conn<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T, AppError>) -> T {
        self.app.write(|conn, _| work(conn))
    }

    pub fn snapshot(&self) -> [Vec<String>; 5] {
        self.conn(|conn| Ok(records::snapshot(conn)?))
    }

    pub fn check_marks(&self) {
        let wrong = self.conn(|conn| Ok(records::wrong_marks(conn)?));
        assert!(
            wrong.is_empty(),
            "seed {}: primary marks of {wrong:?}",
            self.seed
        );
    }

    fn deed(&mut self) {
        self.app.clock().advance(std::time::Duration::from_secs(1));
        let now = self.app.clock().now();
        if let Some(head) = deeds::random(self, now) {
            self.chains.push(Chain {
                head,
                in_force: true,
            });
        }
    }

    /// A new operation, or an undo or redo of an old one.
    pub fn do_something(&mut self) {
        if !self.chains.is_empty() && self.rng.random_ratio(1, 6) {
            let chain = self.rng.random_range(0..self.chains.len());
            let _ = self.turn(chain);
        } else {
            self.deed();
        }
    }

    /// Undoes the last operation of a chain.
    fn turn(&mut self, chain: usize) -> Result<(), Vec<Obstacle>> {
        let order = Order {
            operation: self.chains[chain].head,
            rest: false,
            days: 30,
        };
        self.app
            .clock()
            .advance(std::time::Duration::from_millis(10));
        let (now, who) = (self.app.clock().now(), self.rng.random_range(0..3));
        let (actor, seed) = (self.people[who].clone(), self.seed);
        let reversers = minimata::app::REVERSERS;
        let outcome = self.conn(|conn| Ok(undo(conn, &actor, reversers, order, now)));
        match outcome {
            Ok(Undone::Now(undo, 0)) => {
                let chain = &mut self.chains[chain];
                chain.head = undo;
                chain.in_force = !chain.in_force;
                Ok(())
            }
            Err(UndoError::Blocked(obstacles, _)) => Err(obstacles),
            other => panic!("seed {seed}: undoing {order:?} came to {other:?}"),
        }
    }

    /// In random order; what is in the way is tried again later, and where nothing moves, a way is made.
    pub fn undo_everything(&mut self) {
        self.undone.clear();
        let mut rounds = 0;
        loop {
            let mut waiting: Vec<usize> = self.waiting();
            if waiting.is_empty() {
                return;
            }
            rounds += 1;
            assert!(
                rounds < 1_000,
                "seed {}: {} are left",
                self.seed,
                waiting.len()
            );
            waiting.shuffle(&mut self.rng);
            let mut moved = false;
            for chain in waiting {
                if self.turn(chain).is_ok() {
                    self.undone.push(chain);
                    moved = true;
                }
            }
            if !moved {
                self.make_way();
            }
        }
    }

    fn waiting(&self) -> Vec<usize> {
        let all = 0..self.chains.len();
        all.filter(|chain| self.chains[*chain].in_force).collect()
    }

    /// What was undone last is done again until the newest one that waits can go: as somebody would who reads what is in
    /// the way.
    fn make_way(&mut self) {
        let waiting = self.waiting();
        let newest = waiting
            .into_iter()
            .max_by_key(|chain| self.chains[*chain].head);
        let newest = newest.expect("one that waits");
        loop {
            let Err(obstacles) = self.turn(newest) else {
                self.undone.push(newest);
                return;
            };
            let Some(last) = self.undone.pop() else {
                let head = self.chains[newest].head;
                panic!(
                    "seed {}: {head} stays in the way: {obstacles:#?}",
                    self.seed
                );
            };
            let again = self.turn(last);
            assert!(
                again.is_ok(),
                "seed {}: the last undo is not taken back: {again:#?}",
                self.seed
            );
        }
    }

    pub fn one_of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() {
            return None;
        }
        Some(all[self.rng.random_range(0..all.len())].clone())
    }

    pub fn pick(&mut self, words: &[&'static str]) -> &'static str {
        words[self.rng.random_range(0..words.len())]
    }

    pub fn subject(&mut self) -> Option<Subject> {
        use minimata::audit::SubjectType::{Account, Contact};
        let (kind, ids) = match self.rng.random_bool(0.5) {
            true => (Account, self.accounts.clone()),
            false => (Contact, self.contacts.clone()),
        };
        self.one_of(&ids).map(|id| Subject::new(kind, id))
    }
}
